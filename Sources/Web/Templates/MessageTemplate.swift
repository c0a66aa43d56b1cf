/// A page that says one thing.
enum MessageTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1{{#good}} class="good"{{/good}}>{{title}}</h1>
        <p>{{text}}</p>
        {{#more}}<p class="small">{{more}}</p>
        {{/more}}{{#again}}<p><a href="{{root}}my">{{again}}</a></p>{{/again}}{{/content}}{{/layout}}
        """
}
