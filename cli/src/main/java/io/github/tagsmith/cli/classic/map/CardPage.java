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
 */
public record CardPage(
        String title, String format, Map<String, String> facts, List<SectorView> sectors, List<String> applications) {

    private static final int GROUP = 4;

    /**
     * Copies the list.
     *
     * @param title what it is about
     * @param format the format the card was read from
     * @param facts what card it is, name and value, in order
     * @param sectors its sectors
     * @param applications directory and NDEF, lines of text
     */
    public CardPage {
        sectors = List.copyOf(sectors);
        applications = List.copyOf(applications);
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
        table(page);
        applications(page);
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
            sector.blocks().forEach(block -> row(page, sector, block));
            access(page, sector);
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

    private static void row(Html page, SectorView sector, BlockView block) {
        page.markup("<tr class=\"" + css(sector, block) + "\"><th scope=\"row\">")
                .text(block.number())
                .markup("</th><td class=\"bytes\">");
        switch (block.kind()) {
            case UNKNOWN -> page.element("span", "wrong", "unknown");
            case TRAILER ->
                page.element("span", "key", block.hex(SectorTrailer.KEY_A, ClassicKey.LENGTH))
                        .markup(" ")
                        .element("span", "access", block.hex(SectorTrailer.ACCESS, 4))
                        .markup(" ")
                        .element("span", "key", block.hex(SectorTrailer.KEY_B, ClassicKey.LENGTH));
            default -> {
                for (int at = 0; at < ClassicType.BLOCK_LENGTH; at += GROUP) {
                    page.element("span", "", block.hex(at, GROUP)).markup(" ");
                }
            }
        }
        page.markup("</td>")
                .element("td", "text", block.text())
                .element("td", "note", note(sector, block))
                .markup("</tr>\n");
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

    private static void access(Html page, SectorView sector) {
        sector.access().ifPresent(access -> {
            page.markup("<tr class=\"words\"><td></td><td colspan=\"3\">");
            AccessWords.lines(access).forEach(line -> page.element("div", "", line.strip()));
            page.markup("</td></tr>\n");
        });
    }

    private void applications(Html page) {
        if (!applications.isEmpty()) {
            page.markup("<section>\n<h2>Directory and NDEF</h2>\n").markup("<pre>");
            applications.forEach(line -> page.text(line).markup("\n"));
            page.markup("</pre>\n</section>\n");
        }
    }
}
