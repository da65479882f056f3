package io.github.tagsmith.cli.classic.map;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorTrailer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A card as one page for a browser: nothing is fetched, no script; its colours follow the reader's, and it prints.
 *
 * @param title what it is about
 * @param format the format the card was read from
 * @param facts what card it is, name and value
 * @param sectors its sectors
 * @param applications directory and NDEF, lines of text
 * @param access access conditions in words, lines of text
 */
public record CardPage(
        String title,
        String format,
        Map<String, String> facts,
        List<SectorView> sectors,
        List<String> applications,
        List<String> access) {

    private static final int GROUP = 4;

    /**
     * Copies the list.
     *
     * @param title what it is about
     * @param format the format the card was read from
     * @param facts what card it is, name and value, in order
     * @param sectors its sectors
     * @param applications directory and NDEF, lines of text
     * @param access access conditions in words, lines of text
     */
    public CardPage {
        sectors = List.copyOf(sectors);
        applications = List.copyOf(applications);
        access = List.copyOf(access);
    }

    /**
     * The page.
     *
     * @return HTML
     */
    public String html() {
        Html page = new Html();
        page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", "", title)
                .markup("\n<style>\n" + css() + "</style>\n</head>\n<body>\n<main>\n<header>\n")
                .element("h1", "", title)
                .markup("\n")
                .element("p", "format", format)
                .markup("\n<dl>\n");
        facts.forEach((name, value) -> page.markup("<div>")
                .element("dt", "", name)
                .element("dd", value.equals("wrong") ? "wrong" : "", value)
                .markup("</div>\n"));
        page.markup("</dl>\n</header>\n");
        overview(page);
        lines(page, "Directory and NDEF", applications);
        table(page);
        lines(page, "Access conditions", access);
        page.markup("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(CardPage.class.getResourceAsStream("card-page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A square a block, a column a sector. */
    private void overview(Html page) {
        page.markup("<section aria-label=\"Overview\">\n<div class=\"map\" aria-hidden=\"true\">\n");
        for (SectorView sector : sectors) {
            page.markup("<div class=\"column\">").element("b", "", sector.number());
            for (BlockView block : sector.blocks()) {
                page.element("i", css(sector, block), "");
            }
            page.markup("</div>\n");
        }
        page.markup("</div>\n<ul class=\"legend\">");
        for (BlockView.Kind kind : BlockView.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            page.markup("<li>").element("i", name, "").text(" " + name).markup("</li>");
        }
        page.markup("</ul>\n</section>\n");
    }

    private static String css(SectorView sector, BlockView block) {
        String kind = block.kind().name().toLowerCase(Locale.ROOT);
        return block.kind() == BlockView.Kind.TRAILER && sector.accessInvalid() ? kind + " invalid" : kind;
    }

    private void table(Html page) {
        page.markup("<section>\n<table>\n<caption>Sectors and blocks</caption>\n<thead><tr>")
                .markup("<th scope=\"col\">Block</th><th scope=\"col\">Bytes</th>")
                .markup("<th scope=\"col\">Text</th><th scope=\"col\">Meaning</th></tr></thead>\n");
        for (List<SectorView> run : SectorView.runs(sectors)) {
            SectorView sector = run.get(0);
            page.markup("<tbody>\n<tr class=\"sector\"><th scope=\"rowgroup\" colspan=\"4\">")
                    .element("span", "number", heading(run))
                    .markup(" ")
                    .element("span", "role", sector.role())
                    .markup("</th></tr>\n");
            BlockView.runs(sector.blocks()).forEach(blocks -> row(page, sector, blocks));
            page.markup("</tbody>\n");
        }
        page.markup("</table>\n</section>\n");
    }

    private static String heading(List<SectorView> run) {
        String first = "Sector " + run.get(0).number();
        return run.size() == 1
                ? first
                : "Sectors " + run.get(0).number() + " to "
                        + run.get(run.size() - 1).number() + ", each as "
                        + run.get(0).number();
    }

    private static void row(Html page, SectorView sector, List<BlockView> run) {
        BlockView block = run.get(0);
        String last = run.size() == 1 ? "" : "-" + run.get(run.size() - 1).number();
        page.markup("<tr class=\"" + css(sector, block) + "\"><th scope=\"row\">")
                .text(block.number() + last)
                .markup("</th><td class=\"bytes\">");
        switch (block.kind()) {
            case UNKNOWN, ZEROS -> page.text(block.kind().name().toLowerCase(Locale.ROOT));
            case TRAILER -> trailer(page, block);
            default -> {
                for (int at = 0; at < ClassicType.BLOCK_LENGTH; at += GROUP) {
                    page.text(block.hex(at, GROUP) + " ");
                }
            }
        }
        page.markup("</td>")
                .element("td", "text", block.text())
                .element("td", "note", note(sector, block))
                .markup("</tr>\n");
    }

    private static void trailer(Html page, BlockView block) {
        key(page, block.hex(SectorTrailer.KEY_A, ClassicKey.LENGTH));
        page.markup(" ")
                .element("span", "access", block.hex(SectorTrailer.ACCESS, GROUP))
                .markup(" ");
        key(page, block.hex(SectorTrailer.KEY_B, ClassicKey.LENGTH));
    }

    private static void key(Html page, String digits) {
        page.element("span", digits.contains("?") ? "wrong" : "key", digits);
    }

    private static String note(SectorView sector, BlockView block) {
        if (block.kind() != BlockView.Kind.TRAILER) {
            return block.note();
        }
        if (sector.accessInvalid()) {
            return "access bits invalid";
        }
        boolean data = sector.access().isPresent() && !sector.access().get().keyBUsable();
        return data ? "key A, access, key B is data" : "key A, access, key B";
    }

    private static void lines(Html page, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            page.markup("<section>\n").element("h2", "", heading).markup("\n<pre>");
            lines.forEach(line -> page.text(line).markup("\n"));
            page.markup("</pre>\n</section>\n");
        }
    }
}
