/// Objecting: to advertising with one click, to anything else with a word why if one likes.
enum PortalObjectionTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <section>
        <h2>{{marketingTitle}}</h2>
        {{#marketingDone}}<p class="note" role="status">{{marketingDone}}</p>
        {{/marketingDone}}{{#marketingButton}}<p>{{marketingText}}</p>
        <form method="post">
        <input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="against" value="marketing">
        <button type="submit">{{marketingButton}}</button>
        </form>
        {{/marketingButton}}</section>
        <section>
        <h2>{{useTitle}}</h2>
        {{#useDone}}<p class="note" role="status">{{useDone}}</p>
        {{/useDone}}{{#useButton}}<p>{{useText}}</p>
        <form method="post">
        <input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="against" value="processing">
        <label class="field" for="words">{{words}}</label>
        <textarea class="text" id="words" name="words" rows="4" maxlength="2000"></textarea>
        <button type="submit">{{useButton}}</button>
        </form>
        {{/useButton}}</section>{{/content}}{{/layout}}
        """
}
