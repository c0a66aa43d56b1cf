/// The page behind the single-use link by which somebody takes an unsubscribe back.
enum UndoTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post">
        <input type="hidden" name="undo" value="1">
        <button type="submit">{{button}}</button>
        </form>{{/content}}{{/layout}}
        """
}
