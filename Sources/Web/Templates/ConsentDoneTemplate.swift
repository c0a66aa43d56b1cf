/// The consent is stored, and the way back is as near as the way there was (Art. 7(3)).
enum ConsentDoneTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1 class="good">{{title}}</h1>
        <p>{{text}}</p>
        <p>{{withdrawal}}</p>
        <form method="post" data-consent="withdraw">
        <input type="hidden" name="withdraw" value="1">
        <button type="submit" class="quiet">{{button}}</button>
        </form>{{/content}}{{/layout}}
        """
}
