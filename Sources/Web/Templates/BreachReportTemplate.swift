/// The notification of Art. 33(3) as a page to print or to keep: it stands alone, without a style sheet.
enum BreachReportTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{{title}}</title></head>
        <body>
        <h1>{{title}}</h1>
        <p>{{made}}</p>
        <table>
        {{#rows}}<tr><th scope="row">{{label}}<br><small>Art. {{article}}</small></th><td>{{#lines}}{{.}}<br>
        {{/lines}}</td></tr>
        {{/rows}}</table>
        </body>
        </html>

        """
}
