/// What every page shares. No script, no inline style, no picture: the Content-Security-Policy allows none.
enum LayoutTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{{title}}{{#service}} · {{service}}{{/service}}</title>
        <link rel="stylesheet" href="{{root}}assets/style.css">
        </head>
        <body>
        <div class="page{{#wide}} wide{{/wide}}">
        {{#service}}<header><p class="service">{{service}}</p></header>{{/service}}
        {{$bar}}{{/bar}}
        <main>
        {{$content}}{{/content}}
        </main>
        <footer>
        <a href="{{root}}privacy">{{privacy}}</a>
        {{$footer}}{{/footer}}
        </footer>
        </div>
        </body>
        </html>

        """
}
