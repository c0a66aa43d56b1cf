/// The one style sheet, served from memory. No font, no picture and no colour comes from elsewhere.
///
/// A test computes the contrast of text and controls on their grounds, in light and dark (WCAG 2.2, 1.4.3 and 1.4.11).
enum StyleSheet {
    static var response: WebResponse {
        .text(200, text, contentType: "text/css; charset=utf-8").with("Cache-Control", "public, max-age=3600")
    }

    static let text = """
        :root {
          color-scheme: light dark;
          --ground: #f3f4f6; --card: #ffffff; --text: #1b2430; --quiet: #48525f; --line: #d4d9e0;
          --edge: #6b7683; --accent: #1d4ed8; --on-accent: #ffffff; --accent-hover: #173fae; --note: #eef3fd;
          --good: #176b3a; --bad: #a3251b;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #101418; --card: #191f26; --text: #eef1f4; --quiet: #b4bec9; --line: #323b46;
            --edge: #8a95a3; --accent: #8ab4ff; --on-accent: #0b1626; --accent-hover: #abc9ff; --note: #1f2a3a;
            --good: #7fd6a0; --bad: #ff9d92;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--ground); color: var(--text);
          font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: break-word;
        }
        .page { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        .page.wide { max-width: 46rem; }
        .service { margin: 0 0 1rem; padding: 0 .25rem; font-weight: 600; color: var(--quiet); }
        main {
          background: var(--card); border: 1px solid var(--line); border-radius: .875rem;
          padding: 1.5rem 1.25rem; box-shadow: 0 1px 2px rgb(0 0 0 / .05), 0 8px 24px rgb(0 0 0 / .05);
        }
        h1 { margin: 0 0 1rem; font-size: 1.625rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
        h1.good { color: var(--good); }
        h2 { margin: 1.75rem 0 .375rem; font-size: 1.125rem; line-height: 1.35; }
        p { margin: 0 0 1rem; text-wrap: pretty; }
        section p { margin: 0 0 .375rem; }
        fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
        legend { margin: 0 0 .875rem; padding: 0; text-wrap: pretty; }
        .choice {
          display: flex; gap: .75rem; align-items: flex-start; padding: .8125rem .875rem; margin: 0 0 .5rem;
          border: 1px solid var(--line); border-radius: .625rem; cursor: pointer;
        }
        .choice:hover { border-color: var(--edge); }
        .choice:has(input:checked) { border-color: var(--accent); background: var(--note); }
        .choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: .2rem 0 0; accent-color: var(--accent); }
        .note { margin: 0 0 1.25rem; padding: .875rem 1rem; border-radius: .625rem; background: var(--note); }
        .note p { margin: 0 0 .25rem; }
        .note > h2:first-child { margin-top: 0; }
        .choice.plain { padding: .375rem 0 0; margin: 0; border: 0; background: none; }
        button {
          display: block; width: 100%; min-height: 3rem; margin: 0 0 1.25rem; padding: .75rem 1.5rem; border: 0;
          border-radius: .625rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600;
          cursor: pointer;
        }
        button:hover { background: var(--accent-hover); }
        button.quiet {
          display: inline-block; width: auto; min-width: 0; min-height: 2.75rem; margin: 0; padding: .5rem 1rem;
          border: 1px solid var(--edge); background: none; color: var(--accent);
        }
        button.quiet:hover { border-color: var(--accent); background: var(--note); }
        .terms { margin: 0 0 1.25rem; padding: .25rem 0 .25rem 1rem; border-left: .25rem solid var(--line); }
        .terms p { margin: 0 0 .625rem; }
        .terms p:last-child { margin: 0; }
        section form { margin: 0 0 .5rem; }
        .choice + button { margin-top: 1.25rem; }
        .bar {
          display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between;
          margin: 0 0 1rem; padding: 0 .25rem;
        }
        .bar form { margin-left: auto; }
        .field { display: block; margin: 0 0 .375rem; font-weight: 600; }
        .text {
          display: block; width: 100%; min-height: 3rem; margin: 0 0 1.25rem; padding: .625rem .875rem;
          border: 1px solid var(--edge); border-radius: .625rem; background: var(--card); color: var(--text);
          font: inherit;
        }
        textarea.text { min-height: 8rem; resize: vertical; }
        .list form { margin: .75rem 0 0; }
        .acts { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: .75rem 0 0; }
        .acts form { margin: 0; }
        .act {
          display: inline-flex; align-items: center; min-height: 2.75rem; padding: .5rem 1rem; border-radius: .625rem;
          background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none;
        }
        .act:hover { background: var(--accent-hover); }
        details { margin: .5rem 0 0; }
        summary { min-height: 1.75rem; color: var(--accent); cursor: pointer; }
        details .terms { margin-top: .5rem; }
        .message form { margin: 1rem 0 0; }
        .message { margin: 1.25rem 0 0; padding: 1rem 1.125rem; border: 1px solid var(--line); border-radius: .625rem; }
        .message.own { background: var(--note); }
        .message h2 { margin: 0 0 .5rem; font-size: 1rem; }
        .message .note { margin: 0 0 .75rem; padding: 0; background: none; color: var(--quiet); }
        .words { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .files { margin: .75rem 0 0; padding: 0; list-style: none; }
        .size { color: var(--quiet); font-size: .9375rem; }
        .message + .small { margin-top: 1.25rem; }
        .problem { margin: 0 0 1rem; color: var(--bad); font-weight: 600; }
        .figures {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .75rem; margin: 0;
        }
        .figures div { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .625rem; }
        .figures dt { color: var(--quiet); font-size: .9375rem; line-height: 1.35; }
        .figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.35; }
        .list { margin: 0; padding: 0; list-style: none; }
        .list li { padding: .875rem 0; border-top: 1px solid var(--line); }
        .list li:first-child { border-top: 0; padding-top: .25rem; }
        .lead { margin: 0; font-weight: 600; }
        .small { margin: 0; color: var(--quiet); font-size: .9375rem; line-height: 1.5; }
        main > :last-child, form:last-child > button { margin-bottom: 0; }
        section + p { margin-top: 1.75rem; }
        section p + form { margin-top: .75rem; }
        section + .small, table + .small { margin-top: 1.75rem; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: .75rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
        tr:first-child th, tr:first-child td { border-top: 0; }
        th { width: 34%; padding-right: 1.25rem; font-weight: 600; }
        td p { margin: 0; }
        footer {
          display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.25rem 0 0; padding: 0 .25rem;
          font-size: .9375rem;
        }
        a { display: inline-block; padding: .25rem 0; color: var(--accent); text-underline-offset: .2em; }
        a:hover { text-decoration-thickness: .125em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
        @media (min-width: 34rem) {
          .page { padding-top: 4rem; }
          main { padding: 2.25rem 2.25rem; }
          button { display: inline-block; width: auto; min-width: 12rem; }
        }
        @media (max-width: 33.99rem) {
          th, td { display: block; width: auto; padding-right: 0; }
          th { padding-bottom: 0; }
          td { padding-top: .125rem; border-top: 0; }
        }
        @media print {
          body { background: none; }
          main { border: 0; padding: 0; box-shadow: none; }
        }

        """
}
