/// The record of processing (Art. 30).
enum RecordTemplate {
    static let text = DocumentFrame.text(
        around: """
            <h1>{{title}}</h1>
            <p class="small">{{article}} · {{at}} · {{version}}</p>
            <table>
            {{#head}}<tr><th scope="row">{{name}}</th><td>{{#values}}<p>{{.}}</p>{{/values}}</td></tr>
            {{/head}}</table>
            {{#activities}}<section>
            <h2>{{name}}</h2>
            <table>
            {{#rows}}<tr><th scope="row">{{name}}</th><td>{{#values}}<p>{{.}}</p>{{/values}}</td></tr>
            {{/rows}}</table>
            <details class="small"><summary>{{columnsTitle}}</summary>
            <table>
            {{#columns}}<tr><td>{{column}}</td><td>{{protection}}</td><td>{{purpose}}</td></tr>
            {{/columns}}</table></details>
            </section>
            {{/activities}}<section>
            <h2>{{processorsTitle}}</h2>
            <table>
            {{#processors}}<tr><th scope="row">{{name}}</th><td><p>{{service}}, {{country}}</p><p>{{transfer}}</p>\
            {{#open}}<p class="open">{{.}}</p>{{/open}}</td></tr>
            {{/processors}}{{#unnamed}}<tr><th scope="row">{{host}}</th><td><p class="open">{{words}}</p></td></tr>
            {{/unnamed}}</table>
            </section>
            <section>
            <h2>{{measuresTitle}}</h2>
            <ul>{{#measures}}<li>{{.}}</li>
            {{/measures}}</ul>
            </section>
            """)
}
