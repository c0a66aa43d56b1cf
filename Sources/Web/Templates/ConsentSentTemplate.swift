/// What everybody sees after the form, whatever we know of the address (P15).
enum ConsentSentTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <p>{{text}}</p>
        <p class="small">{{hint}}</p>{{/content}}{{/layout}}
        """
}
