/// What was done, said back to somebody who is signed in.
enum PortalDoneTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1 class="good">{{title}}</h1>
        <p>{{text}}</p>
        {{#more}}<p class="small">{{more}}</p>
        {{/more}}{{/content}}{{/layout}}
        """
}
