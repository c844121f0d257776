package id.pamong.authority.gateway;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a profile's file that knows its lines; problems are collected, not thrown. */
final class ProfileFile {
    private static final int LONGEST = 64 * 1024;

    private final String file;
    private final List<String> problems;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    private ProfileFile(String file, List<String> problems, int line) {
        this.file = file;
        this.problems = problems;
        this.line = line;
    }

    /** The file's own mapping; what is no YAML reads as empty, with its problem. */
    static ProfileFile parse(String file, String text, List<String> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node != null) {
                return of(node, file, problems);
            }
            problems.add(file + ":1: the file is empty");
        } catch (MarkedYAMLException unreadable) {
            int line =
                    unreadable.getProblemMark() == null
                            ? 1
                            : unreadable.getProblemMark().getLine() + 1;
            problems.add(file + ":" + line + ": not YAML: " + unreadable.getProblem());
        } catch (RuntimeException tooLong) {
            problems.add(file + ":1: not readable as YAML");
        }
        return new ProfileFile(file, new ArrayList<>(), 1);
    }

    private static ProfileFile of(Node node, String file, List<String> problems) {
        ProfileFile part = new ProfileFile(file, problems, line(node));
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key =
                        tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (part.entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                    part.problem(tuple.getKeyNode(), "the key " + key + " stands twice");
                }
            }
        } else {
            part.problem(node, "a mapping of keys and values is expected here");
        }
        return part;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void problem(@Nullable Node node, String reason) {
        problems.add(file + ":" + (node == null ? line : line(node)) + ": " + reason);
    }

    /** A problem at the line of a key, or at the beginning of the mapping if it is missing. */
    void problem(String key, String reason) {
        problem(entries.get(key), reason);
    }

    void onlyKeys(Set<String> allowed) {
        entries.forEach((key, node) -> {
            if (!allowed.contains(key)) {
                problem(node, "the key " + key + " is not known here");
            }
        });
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean isMapping(String key) {
        return entries.get(key) instanceof MappingNode;
    }

    boolean isList(String key) {
        return entries.get(key) instanceof SequenceNode;
    }

    String text(String key) {
        if (entries.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(key, key + " is missing or empty");
        return "";
    }

    /** {@code true} or {@code false}; false when it is missing. */
    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        String text = text(key);
        if (!text.equals("true") && !text.equals("false")) {
            problem(key, key + " is true or false, not " + text);
        }
        return text.equals("true");
    }

    ProfileFile part(String key) {
        Node node = entries.get(key);
        if (node == null) {
            problem(key, key + " is missing");
            return new ProfileFile(file, new ArrayList<>(), line);
        }
        return of(node, file, problems);
    }

    /** The mappings of a list. */
    List<ProfileFile> parts(String key) {
        return entries.get(key) instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(node -> of(node, file, problems)).toList()
                : List.of();
    }

    /** The plain values of a list; a missing list is empty. */
    List<String> values(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node value : sequence.getValue()) {
                if (value instanceof ScalarNode scalar) {
                    values.add(scalar.getValue().strip());
                } else {
                    problem(value, key + " holds something that is not a plain value");
                }
            }
        } else {
            problem(node, key + " must be a list");
        }
        return values;
    }
}
