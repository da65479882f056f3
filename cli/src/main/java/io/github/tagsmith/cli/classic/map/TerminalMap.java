package io.github.tagsmith.cli.classic.map;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.cli.output.Style;
import io.github.tagsmith.cli.output.Style.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The sectors of a card with their blocks, at most 80 columns; what repeats is said once. */
public final class TerminalMap {

    private static final int WIDTH = 80;
    private static final int GROUP = 4;
    private static final String ZEROS = "00".repeat(GROUP);
    private static final int NUMBERS_END = 9;

    private final Style style;
    private final Consumer<String> line;

    /**
     * A map.
     *
     * @param style colours or none
     * @param line takes each line
     */
    public TerminalMap(Style style, Consumer<String> line) {
        this.style = style;
        this.line = line;
    }

    /**
     * Prints sectors.
     *
     * @param sectors in ascending order
     */
    public void print(List<SectorView> sectors) {
        for (List<SectorView> run : SectorView.runs(sectors)) {
            heading(run.get(0), run.get(run.size() - 1));
            blocks(run.get(0));
        }
    }

    private void heading(SectorView sector, SectorView last) {
        boolean one = sector.number().equals(last.number());
        String name = one ? "sector " + sector.number() : "sectors " + sector.number() + "-" + last.number() + ", each";
        int room = WIDTH - name.length() - 2;
        String role = sector.role().length() > room ? sector.role().substring(0, room - 1) + "~" : sector.role();
        line.accept(style.paint(Role.HEADING, name) + (role.isEmpty() ? "" : "  " + role));
    }

    private void blocks(SectorView sector) {
        for (List<BlockView> run : BlockView.runs(sector.blocks())) {
            if (run.get(0).isBare()) {
                bare(run);
            } else {
                block(sector, run.get(0));
            }
        }
    }

    private void bare(List<BlockView> run) {
        String first = run.get(0).number().toString();
        String blocks =
                run.size() == 1 ? first : first + "-" + run.get(run.size() - 1).number();
        boolean zeros = run.get(0).kind() == BlockView.Kind.ZEROS;
        String what = zeros ? style.paint(Role.FAINT, "zeros") : style.paint(Role.WRONG, "unknown");
        line.accept(aligned(blocks) + what);
    }

    private void block(SectorView sector, BlockView block) {
        boolean trailer = block.kind() == BlockView.Kind.TRAILER;
        String bytes = trailer ? trailer(sector, block) : data(block);
        String rest = trailer ? trailerNote(sector) : note(block);
        line.accept(aligned(block.number().toString()) + bytes + (rest.isEmpty() ? "" : "  " + rest));
    }

    private static String aligned(String numbers) {
        return " ".repeat(NUMBERS_END - numbers.length()) + numbers + "  ";
    }

    private String data(BlockView block) {
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < ClassicType.BLOCK_LENGTH; at += GROUP) {
            String digits = block.hex(at, GROUP);
            groups.add(digits.equals(ZEROS) ? style.paint(Role.FAINT, digits) : digits);
        }
        return String.join(" ", groups);
    }

    private String note(BlockView block) {
        String note = block.note();
        return note.isEmpty() ? style.paint(Role.TEXT, block.text()) : style.paint(Role.VALUE, note);
    }

    private String trailer(SectorView sector, BlockView block) {
        int accessLength = SectorTrailer.KEY_B - SectorTrailer.ACCESS;
        Role access = sector.accessInvalid() ? Role.WRONG : Role.ACCESS;
        return key(block.hex(SectorTrailer.KEY_A, ClassicKey.LENGTH)) + "  "
                + style.paint(access, block.hex(SectorTrailer.ACCESS, accessLength)) + " "
                + key(block.hex(SectorTrailer.KEY_B, ClassicKey.LENGTH));
    }

    private String key(String digits) {
        return style.paint(digits.contains("?") ? Role.WRONG : Role.KEY, digits);
    }

    private String trailerNote(SectorView sector) {
        if (sector.accessInvalid()) {
            return style.paint(Role.WRONG, "access bits invalid");
        }
        boolean dataB = sector.access().isPresent() && !sector.access().get().keyBUsable();
        return style.paint(Role.FAINT, dataB ? "key A, access, B is data" : "key A, access, key B");
    }
}
