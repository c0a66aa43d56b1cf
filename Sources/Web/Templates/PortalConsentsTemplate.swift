/// Consents: to what, in which words, since when; and one button to end each that stands.
enum PortalConsentsTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#consents}}<article class="message{{#granted}} own{{/granted}}">
        <h2>{{name}}</h2>
        <p class="small">{{how}}</p>
        {{#hasWords}}<details><summary>{{wordsTitle}}</summary>
        <div class="terms">{{#words}}<p>{{.}}</p>
        {{/words}}</div></details>
        {{/hasWords}}{{#withdraw}}<form method="post" action="{{root}}my/consents/withdrawal">
        <input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="purpose" value="{{purpose}}">
        <button type="submit">{{withdraw}}</button>
        </form>
        {{/withdraw}}</article>
        {{/consents}}{{/content}}{{/layout}}
        """
}
