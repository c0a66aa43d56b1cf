/// A document of tables, with lists where something is open.
enum SheetTemplate {
    static let text = DocumentFrame.text(
        around: """
            <h1>{{title}}</h1>
            {{#lead}}<p class="small">{{.}}</p>
            {{/lead}}{{#open}}<section>
            <h2>{{name}}</h2>
            <ul>{{#items}}<li>{{.}}</li>
            {{/items}}</ul>
            </section>
            {{/open}}{{#sections}}<section>
            <h2>{{name}}</h2>
            <table>
            {{#rows}}<tr><th scope="row">{{name}}</th><td>{{#values}}<p>{{.}}</p>{{/values}}</td></tr>
            {{/rows}}</table>
            </section>
            {{/sections}}
            """)
}
