/// What every document has around its tables: one file that stands alone, no script, nothing fetched, ready to print.
enum DocumentFrame {
    static func text(around body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}{{#controller}} · {{.}}{{/controller}}</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; text-wrap: balance; } h2 { font-size: 1.2rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; overflow-wrap: anywhere; }
        tr { border-bottom: 1px solid #8888; }
        th[scope=row] { width: 15rem; font-weight: 600; }
        p { margin: .2rem 0; } .small { font-size: .875rem; } .open { font-weight: 600; } li { margin: .3rem 0; }
        summary { cursor: pointer; margin: .5rem 0; }
        @media (max-width: 34rem) { th, td { display: block; width: auto; } th { padding-bottom: 0; } }
        @media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
        </style>
        </head>
        <body>
        <main>
        \(body)</main>
        </body>
        </html>

        """
    }
}
