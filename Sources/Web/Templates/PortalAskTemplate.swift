/// Where somebody asks for a link to their page. What was typed is shown again only when it is no address.
enum PortalAskTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post" action="{{root}}my/ask">
        {{#problem}}<p class="problem" role="alert" id="problem">{{problem}}</p>
        {{/problem}}<label class="field" for="address">{{label}}</label>
        <input class="text" type="text" inputmode="email" autocomplete="email" autocapitalize="none" \
        spellcheck="false" id="address" name="address" required maxlength="254" value="{{typed}}"{{#problem}} \
        aria-invalid="true" aria-describedby="problem"{{/problem}}>
        <button type="submit">{{button}}</button>
        </form>
        <p class="small">{{note}}</p>{{/content}}{{/layout}}
        """
}
