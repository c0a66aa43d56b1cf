/// A page that says one thing.
enum MessageTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1{{#good}} class="good"{{/good}}>{{title}}</h1>
        <p>{{text}}</p>{{/content}}{{/layout}}
        """
}
