/// One conversation. The words are shown as they are, line by line; nothing in them is obeyed (P17).
enum PortalConversationTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <p class="small">{{when}}</p>
        {{#messages}}<article class="message{{#own}} own{{/own}}">
        <h2>{{who}}</h2>
        {{#undelivered}}<p class="note">{{undelivered}}</p>
        {{/undelivered}}<p class="words">{{text}}</p>
        {{#hasFiles}}<ul class="files">
        {{#files}}<li><a href="{{number}}/files/{{id}}">{{name}}</a> <span class="size">{{size}}</span></li>
        {{/files}}</ul>
        {{/hasFiles}}</article>
        {{/messages}}<p class="small">{{end}}</p>{{/content}}{{/layout}}
        """
}
