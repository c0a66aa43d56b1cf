/// The form by which somebody consents to one purpose: exact words, how to withdraw, one control, two steps.
///
/// Its controls come as `BlankControl`. It works without a script and sets no cookie.
enum ConsentTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        {{#problem}}<p class="problem" role="alert">{{problem}}</p>
        {{/problem}}<form method="post" data-consent="give">
        <input type="hidden" name="version" value="{{version}}">
        <div class="terms" data-consent-text>{{#paragraphs}}<p>{{.}}</p>
        {{/paragraphs}}</div>
        <p>{{controller}}</p>
        <p data-consent-withdrawal>{{withdrawal}}</p>
        {{#age}}<fieldset>
        <legend>{{question}}</legend>
        {{#choices}}\(control){{/choices}}<p class="small">{{note}}</p>
        </fieldset>
        {{/age}}<label class="field" for="address">{{addressLabel}}</label>
        <input class="text" id="address" type="email" name="address" autocomplete="email" maxlength="254" required\
         value="{{address}}">
        {{#choice}}\(control){{/choice}}<button type="submit">{{button}}</button>
        </form>
        <p class="small">{{twoSteps}}</p>{{/content}}{{/layout}}
        """

    private static let control = """
        <label class="choice"><input type="{{kind}}" name="{{name}}" value="{{value}}" required> \
        <span>{{label}}</span></label>

        """
}
