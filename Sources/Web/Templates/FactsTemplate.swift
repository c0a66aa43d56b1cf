/// The facts sheet: one table.
enum FactsTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <table>
        {{#rows}}<tr><th scope="row">{{name}}</th><td>{{#values}}<p>{{.}}</p>{{/values}}</td></tr>
        {{/rows}}</table>
        <p class="small">{{version}}</p>{{/content}}{{$footer}}{{#others}}<a href="?lang={{code}}" \
        hreflang="{{code}}" lang="{{code}}">{{name}}</a>
        {{/others}}{{/footer}}{{/layout}}
        """
}
