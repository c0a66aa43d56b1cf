/// The list of somebody's conversations.
enum PortalConversationsTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        {{#none}}<p>{{none}}</p>
        {{/none}}<ul class="list">
        {{#conversations}}<li><a class="lead" href="conversations/{{number}}">{{subject}}</a>\
        <p class="small">{{when}}</p></li>
        {{/conversations}}</ul>{{/content}}{{/layout}}
        """
}
