/// A request in somebody's own words. No kind is chosen before they choose.
enum PortalRequestTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#problem}}<p class="problem" role="alert" id="problem">{{problem}}</p>
        {{/problem}}<form method="post">
        <input type="hidden" name="key" value="{{key}}">
        <fieldset>
        <legend>{{kind}}</legend>
        {{#rights}}<label class="choice"><input type="radio" name="right" value="{{value}}" required> \
        <span>{{name}}</span></label>
        {{/rights}}</fieldset>
        <label class="field" for="words">{{words}}</label>
        <textarea class="text" id="words" name="words" rows="6" maxlength="2000" required{{#problem}} \
        aria-invalid="true" aria-describedby="problem"{{/problem}}>{{typed}}</textarea>
        <button type="submit">{{button}}</button>
        </form>
        <p class="small">{{note}}</p>{{/content}}{{/layout}}
        """
}
