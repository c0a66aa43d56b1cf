/// The record of processing as one file that stands alone: no script, nothing fetched, ready to be printed.
enum RecordTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}} · {{controller}}</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; }
        tr { border-bottom: 1px solid #8888; }
        th[scope=row] { width: 14rem; font-weight: 600; }
        p { margin: .2rem 0; } .small { font-size: .875rem; } .open { font-weight: 600; }
        summary { cursor: pointer; margin: .5rem 0; }
        @media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
        </style>
        </head>
        <body>
        <main>
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
        </main>
        </body>
        </html>

        """
}
