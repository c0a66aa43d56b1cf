/// The settings page of staff mail. What holds now is chosen; nothing changes without the button (P13).
enum NoticesTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1{{#saved}} class="good"{{/saved}}>{{title}}</h1>
        {{#saved}}<p class="note">{{saved}}</p>
        {{/saved}}{{#last}}<p class="note">{{last}}</p>
        {{/last}}<form method="post">
        <fieldset>
        <legend>{{intro}}</legend>
        <label class="choice"><input type="radio" name="notices" value="all"{{^muted}} checked{{/muted}}>
        <span>{{all}}</span></label>
        <label class="choice"><input type="radio" name="notices" value="mute"{{#muted}} checked{{/muted}}>
        <span>{{mute}}</span></label>
        </fieldset>
        <button type="submit">{{button}}</button>
        </form>
        <p class="small">{{never}}</p>{{/content}}{{/layout}}
        """
}
