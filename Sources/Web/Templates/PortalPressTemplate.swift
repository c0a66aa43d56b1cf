/// The page behind a single-use link. The form posts to the page's own address; its secret is the authority.
enum PortalPressTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <p>{{text}}</p>
        <form method="post">
        <input type="hidden" name="use" value="1">
        <button type="submit">{{button}}</button>
        </form>{{/content}}{{/layout}}
        """
}
