/// A document of tables as one file that stands alone: no script, nothing fetched, ready to be printed.
enum SheetTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; }
        tr { border-bottom: 1px solid #8888; }
        th[scope=row] { width: 16rem; font-weight: 600; }
        p { margin: .2rem 0; } .small { font-size: .875rem; }
        @media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
        </style>
        </head>
        <body>
        <main>
        <h1>{{title}}</h1>
        {{#lead}}<p class="small">{{.}}</p>
        {{/lead}}{{#sections}}<section>
        <h2>{{name}}</h2>
        <table>
        {{#rows}}<tr><th scope="row">{{name}}</th><td>{{#values}}<p>{{.}}</p>{{/values}}</td></tr>
        {{/rows}}</table>
        </section>
        {{/sections}}</main>
        </body>
        </html>

        """
}
