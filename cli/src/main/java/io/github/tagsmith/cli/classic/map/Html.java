package io.github.tagsmith.cli.classic.map;

import io.github.tagsmith.cli.output.Printable;

/** HTML, with everything in it that is not markup escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    /** Markup, as it stands; only for constants. */
    Html markup(String markup) {
        text.append(markup);
        return this;
    }

    /** Text. */
    Html text(Object value) {
        text.append(escape(value.toString()));
        return this;
    }

    /** An element with a class and text. */
    Html element(String name, String cssClass, Object value) {
        text.append('<').append(name);
        if (!cssClass.isEmpty()) {
            text.append(" class=\"").append(escape(cssClass)).append('"');
        }
        text.append('>')
                .append(escape(value.toString()))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    private static String escape(String value) {
        return Printable.of(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
