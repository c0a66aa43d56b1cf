/// The privacy notice.
enum NoticeTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        <section class="note">
        <h2>{{short}}</h2>
        {{#summary}}<p>{{.}}</p>
        {{/summary}}</section>
        <p class="lead">{{full}}</p>
        {{#sections}}<section>
        <h2>{{title}}</h2>
        {{#paragraphs}}<p>{{.}}</p>
        {{/paragraphs}}</section>
        {{/sections}}<p class="small">{{version}}</p>{{/content}}{{$footer}}\
        <a href="privacy/facts?lang={{language}}">{{facts}}</a>
        {{#others}}<a href="?lang={{code}}" hreflang="{{code}}" lang="{{code}}">{{name}}</a>
        {{/others}}{{/footer}}{{/layout}}
        """
}
