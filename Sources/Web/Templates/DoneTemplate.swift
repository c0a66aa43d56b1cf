/// What was stored, said back.
enum DoneTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1 class="good">{{title}}</h1>
        <p>{{text}}</p>
        <p class="note">{{choice}}</p>
        {{#request}}<p>{{request}}</p>
        {{/request}}<p class="small">{{stillSent}}</p>{{/content}}{{/layout}}
        """
}
