package io.github.tagsmith.cli.classic.map;

import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.DataCondition;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.TrailerCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Access conditions in words. */
public final class AccessWords {

    private AccessWords() {}

    /**
     * The conditions of a sector.
     *
     * @param access the conditions
     * @return a line for all data blocks, or for each group of them, and one or two for the trailer
     */
    public static List<String> lines(AccessBits access) {
        List<String> lines = new ArrayList<>();
        List<DataCondition> groups = access.groups();
        if (Set.copyOf(groups).size() == 1) {
            lines.add("data     " + of(groups.get(0)));
        } else {
            for (int group = 0; group < groups.size(); group++) {
                lines.add("data " + group + "   " + of(groups.get(group)));
            }
        }
        lines.add("trailer  " + of(access.trailer()));
        if (!access.keyBUsable()) {
            lines.add("         key B can be read, so it is data and opens nothing");
        }
        return lines;
    }

    /**
     * The condition of a data block.
     *
     * @param condition the condition
     * @return who may read, write, increment and decrement
     */
    public static String of(DataCondition condition) {
        return "read with " + who(condition.read()) + ", write " + who(condition.write()) + ", increment "
                + who(condition.increment()) + ", decrement " + who(condition.decrement());
    }

    /**
     * The condition of a trailer.
     *
     * @param condition the condition
     * @return who may write keys and access bits
     */
    public static String of(TrailerCondition condition) {
        return "written: key A with " + who(condition.keyAWrite()) + ", access bits with "
                + who(condition.accessWrite()) + ", key B with " + who(condition.keyBWrite());
    }

    private static String who(KeyHolders holders) {
        return switch (holders) {
            case NONE -> "neither";
            case A -> "A";
            case B -> "B";
            case AB -> "A or B";
        };
    }
}
