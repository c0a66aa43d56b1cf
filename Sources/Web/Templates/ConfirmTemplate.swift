/// The page behind the link of double opt-in. Its button is the act; there is nothing to tick and nothing is ticked.
enum ConfirmTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post">
        <input type="hidden" name="confirm" value="1">
        <button type="submit">{{button}}</button>
        </form>{{/content}}{{/layout}}
        """
}
