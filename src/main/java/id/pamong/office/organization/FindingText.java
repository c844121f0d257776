package id.pamong.office.organization;

import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as they are kept with a line: code, severity, field, values and clauses, without
 * sentences.
 */
final class FindingText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FindingText() {}

    static String write(List<Finding> findings) {
        ArrayNode list = JSON.createArrayNode();
        for (Finding finding : findings) {
            ObjectNode one = list.addObject();
            one.put("code", finding.code());
            one.put("severity", finding.severity().name());
            one.put("field", finding.field());
            ArrayNode arguments = one.putArray("arguments");
            finding.arguments()
                    .forEach(value -> {
                        if (value instanceof Number number) {
                            arguments.add(number.longValue());
                        } else {
                            arguments.add(String.valueOf(value));
                        }
                    });
            ArrayNode citations = one.putArray("citations");
            finding.citations()
                    .forEach(clause ->
                            citations
                                    .addObject()
                                    .put("id", clause.id())
                                    .put("ref", clause.printedRef()));
        }
        return list.toString();
    }

    static List<Finding> read(String text) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode one : JSON.readTree(text)) {
            List<Object> arguments = new ArrayList<>();
            one.get("arguments")
                    .forEach(value ->
                            arguments.add(
                                    value.isNumber() ? (Object) value.asInt() : value.asString()));
            @Nullable String field = one.get("field").isNull() ? null : one.get("field").asString();
            findings.add(
                    new Finding(
                            one.get("code").asString(),
                            Severity.valueOf(one.get("severity").asString()),
                            field,
                            arguments,
                            citations(one)));
        }
        return findings;
    }

    /** None in what was kept before clauses were. */
    private static List<Citation> citations(JsonNode one) {
        List<Citation> citations = new ArrayList<>();
        one.path("citations")
                .forEach(clause ->
                        citations.add(
                                new Citation(
                                        clause.get("id").asString(),
                                        clause.get("ref").asString())));
        return citations;
    }
}
