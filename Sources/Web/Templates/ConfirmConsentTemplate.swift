/// The second step: the words once more, and a button that is the act. Nothing is ticked, as there is nothing to tick.
enum ConfirmConsentTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post" data-consent="give">
        <input type="hidden" name="confirm" value="1">
        <div class="terms" data-consent-text><p><strong>{{name}}</strong></p>
        {{#paragraphs}}<p>{{.}}</p>
        {{/paragraphs}}</div>
        <p>{{controller}}</p>
        <p data-consent-withdrawal>{{withdrawal}}</p>
        <button type="submit">{{button}}</button>
        </form>{{/content}}{{/layout}}
        """
}
