/// The data protection officer's desk as one file that stands alone: nothing fetched, ready to be printed.
enum OfficerTemplate {
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
        h1 { font-size: 1.6rem; text-wrap: balance; } h2 { font-size: 1.2rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; overflow-wrap: anywhere; }
        tr { border-bottom: 1px solid #8888; }
        th[scope=row] { width: 14rem; font-weight: 600; }
        p { margin: .2rem 0; } .small { font-size: .875rem; } li { margin: .3rem 0; }
        @media (max-width: 34rem) { th, td { display: block; width: auto; } th { padding-bottom: 0; } }
        @media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
        </style>
        </head>
        <body>
        <main>
        <h1>{{title}}</h1>
        <p class="small">Art. 37–39 GDPR · {{controller}} · {{at}}</p>
        {{#hasOpen}}<section>
        <h2>{{openTitle}}</h2>
        <ul>{{#open}}<li>{{.}}</li>
        {{/open}}</ul>
        </section>{{/hasOpen}}
        {{#parts}}<section>
        <h2>{{name}}</h2>
        <table>
        {{#rows}}<tr><th scope="row">{{name}}</th><td>{{#values}}<p>{{.}}</p>{{/values}}</td></tr>
        {{/rows}}</table>
        </section>
        {{/parts}}</main>
        </body>
        </html>

        """
}
