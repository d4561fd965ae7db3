package io.perennial.deploy.local.tour;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes JSON for a person: small objects on one line, long lists and texts cut, and said so. */
final class ShortJson {

    private static final int WIDTH = 100;
    private static final int ITEMS = 3;
    private static final int TEXT = 120;
    private static final String STEP = "  ";

    private ShortJson() {}

    static String of(JsonNode node) {
        return write(node, "");
    }

    private static String write(JsonNode node, String indent) {
        if (node.isObject()) {
            var members = node.properties().stream()
                    .map(entry -> quote(entry.getKey()) + ": " + write(entry.getValue(), indent + STEP))
                    .toList();
            return join("{", members, "}", indent);
        }
        if (node.isArray()) {
            var items = new ArrayList<String>();
            for (int i = 0; i < Math.min(ITEMS, node.size()); i++) {
                items.add(write(node.get(i), indent + STEP));
            }
            if (node.size() > ITEMS) {
                items.add("… " + (node.size() - ITEMS) + " more");
            }
            return join("[", items, "]", indent);
        }
        return node.isString() ? quote(cut(node.asString())) : node.toString();
    }

    private static String join(String open, List<String> parts, String close, String indent) {
        var line = open + String.join(", ", parts) + close;
        if (line.indexOf('\n') < 0 && indent.length() + line.length() <= WIDTH) {
            return line;
        }
        var deeper = "\n" + indent + STEP;
        return open + deeper + String.join("," + deeper, parts) + "\n" + indent + close;
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT) + "…";
    }

    private static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
