/// The first page of somebody who is signed in: what is kept, in numbers, how their requests stand, and what they can
/// do. A thing to do that the desk cannot do is not listed.
enum PortalHomeTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <p>{{who}}</p>
        <dl class="figures">
        {{#figures}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/figures}}</dl>
        {{#hasRequests}}<section>
        <h2>{{requestsTitle}}</h2>
        <ul class="list">
        {{#requests}}<li><p class="lead">{{what}}</p><p class="small">{{how}}</p>
        {{#open}}<form method="post" action="{{root}}my/requests/{{id}}/withdrawal">
        <input type="hidden" name="key" value="{{key}}">
        <button type="submit" class="quiet" aria-label="{{takeBackThis}}">{{takeBack}}</button>
        </form>{{/open}}</li>
        {{/requests}}</ul>
        </section>
        {{/hasRequests}}<section>
        <h2>{{roomsTitle}}</h2>
        <ul class="list">
        {{#rooms}}<li><a class="lead" href="{{root}}my/{{path}}">{{name}}</a><p class="small">{{about}}</p></li>
        {{/rooms}}</ul>
        </section>
        <p class="small">{{end}}</p>{{/content}}{{/layout}}
        """
}
