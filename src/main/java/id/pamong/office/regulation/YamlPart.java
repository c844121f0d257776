package id.pamong.office.regulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the file that knows its line. What is missing or of the wrong form becomes a problem
 * and reads as empty, so that one reading finds all problems.
 */
final class YamlPart {
    private final String file;
    private final List<String> problems;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    private YamlPart(String file, List<String> problems, int line) {
        this.file = file;
        this.problems = problems;
        this.line = line;
    }

    static YamlPart of(Node node, String file, List<String> problems) {
        YamlPart part = new YamlPart(file, problems, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key =
                        tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (part.entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                    part.problemAt(tuple.getKeyNode(), "the key " + key + " stands twice");
                }
            }
        } else {
            part.problem("a mapping of keys and values is expected here");
        }
        return part;
    }

    void problem(String reason) {
        problems.add(file + ":" + line + ": " + reason);
    }

    private void problemAt(Node node, String reason) {
        problems.add(file + ":" + (node.getStartMark().getLine() + 1) + ": " + reason);
    }

    void onlyKeys(Set<String> allowed) {
        entries.forEach((key, node) -> {
            if (!allowed.contains(key)) {
                problemAt(node, "the key " + key + " is not known here");
            }
        });
    }

    /** The text of a scalar; a missing or empty one is a problem. */
    String text(String key) {
        if (entries.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problemAtKey(key, key + " is missing or empty");
        return "";
    }

    /** A text in both languages: {@code {id: …, en: …}}. */
    Words words(String key) {
        YamlPart part = part(key);
        part.onlyKeys(Set.of("id", "en"));
        return new Words(part.text("id"), part.text("en"));
    }

    YamlPart part(String key) {
        Node node = entries.get(key);
        if (node == null) {
            problem(key + " is missing");
            return new YamlPart(file, new java.util.ArrayList<>(), line);
        }
        return of(node, file, problems);
    }

    /** The mappings of a list; a missing list is a problem. */
    List<YamlPart> list(String key) {
        if (entries.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(node -> of(node, file, problems)).toList();
        }
        problemAtKey(key, key + " must be a list");
        return List.of();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean isList(String key) {
        return entries.get(key) instanceof SequenceNode;
    }

    /** One scalar or a list of scalars. */
    List<String> values(String key) {
        return switch (entries.get(key)) {
            case ScalarNode scalar -> List.of(scalar.getValue().strip());
            case SequenceNode sequence ->
                    sequence.getValue().stream().map(node -> scalar(key, node)).toList();
            case null, default -> {
                problemAtKey(key, key + " is missing");
                yield List.of();
            }
        };
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problemAt(node, key + " holds something that is not a plain value");
        return "";
    }

    private void problemAtKey(String key, String reason) {
        @Nullable Node node = entries.get(key);
        if (node == null) {
            problem(reason);
        } else {
            problemAt(node, reason);
        }
    }
}
