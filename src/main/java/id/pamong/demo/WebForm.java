package id.pamong.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A form as a person sees it: what is filled in already, what can be typed, chosen, ticked. */
final class WebForm {
    private static final Set<String> PRESSED = Set.of("submit", "button", "image", "reset", "file");

    private final Element form;
    private URI action;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Upload> files = new LinkedHashMap<>();

    WebForm(Element form) {
        this.form = form;
        this.action = URI.create(form.hasAttr("action") ? form.absUrl("action") : form.baseUri());
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            read(field);
        }
    }

    private void read(Element field) {
        String name = field.attr("name");
        String type = field.attr("type");
        if (field.hasAttr("disabled") || PRESSED.contains(type)) {
            return;
        }
        switch (field.tagName()) {
            case "select" -> readChoice(field, name);
            case "textarea" -> put(name, field.wholeText());
            default -> {
                boolean box = type.equals("checkbox") || type.equals("radio");
                if (!box) {
                    put(name, field.attr("value"));
                } else if (field.hasAttr("checked")) {
                    put(name, field.attr("value").isEmpty() ? "on" : field.attr("value"));
                }
            }
        }
    }

    private void readChoice(Element field, String name) {
        List<Element> chosen = field.select("option[selected]");
        if (chosen.isEmpty() && !field.hasAttr("multiple")) {
            chosen = field.select("option").stream().limit(1).toList();
        }
        chosen.forEach(option -> put(name, valueOf(option)));
    }

    private void put(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    URI action() {
        return action;
    }

    boolean isPost() {
        return form.attr("method").equalsIgnoreCase("post");
    }

    boolean isMultipart() {
        return !files.isEmpty() || form.attr("enctype").equalsIgnoreCase("multipart/form-data");
    }

    Map<String, List<String>> values() {
        return values;
    }

    Map<String, Upload> files() {
        return files;
    }

    boolean has(String name) {
        return !field(name).isEmpty();
    }

    /** Names of what a person can fill in. */
    Set<String> visibleNames() {
        return form.select("input[name]:not([type=hidden]), select[name], textarea[name]").stream()
                .map(field -> field.attr("name"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Types into a field, chooses an option by value or by words, or picks a radio button. */
    WebForm fill(String name, String value) {
        List<Element> fields = field(name);
        if (fields.isEmpty()) {
            throw new StepFailed("no field " + name + " in " + this);
        }
        Element first = fields.getFirst();
        String sent = first.tagName().equals("select") ? option(first, value) : value;
        values.put(name, new ArrayList<>(List.of(sent)));
        return this;
    }

    /** As {@link #fill} where the field is there; otherwise nothing. */
    WebForm fillIfThere(String name, String value) {
        return has(name) ? fill(name, value) : this;
    }

    /** Ticks every box that is not ticked yet. */
    WebForm tickAll() {
        for (Element box : form.select("input[type=checkbox][name]:not([disabled])")) {
            String value = box.attr("value").isEmpty() ? "on" : box.attr("value");
            List<String> ticked =
                    values.computeIfAbsent(box.attr("name"), key -> new ArrayList<>());
            if (!ticked.contains(value)) {
                ticked.add(value);
            }
        }
        return this;
    }

    /** Ticks one box. */
    WebForm tick(String name, String value) {
        if (field(name).isEmpty()) {
            throw new StepFailed("no box " + name + " in " + this);
        }
        List<String> ticked = values.computeIfAbsent(name, key -> new ArrayList<>());
        if (!ticked.contains(value)) {
            ticked.add(value);
        }
        return this;
    }

    WebForm attach(String name, Upload file) {
        if (!has(name)) {
            throw new StepFailed("no field " + name + " in " + this);
        }
        files.put(name, file);
        return this;
    }

    /** Presses a button by its value, so that the form carries it. */
    WebForm press(String name, String value) {
        if (form.select("button[name=" + name + "], input[type=submit][name=" + name + "]")
                .isEmpty()) {
            throw new StepFailed("no button " + name + " in " + this);
        }
        values.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    boolean hasButton(String name, String value) {
        return !form.select("button[name=" + name + "][value=" + value + "]").isEmpty();
    }

    /** Value of the first box or option of a name that can be chosen. */
    Optional<String> firstChoice(String name) {
        return field(name).stream()
                .filter(field -> !field.hasAttr("disabled"))
                .map(field -> field.attr("value"))
                .findFirst();
    }

    /** Presses a button that sends the form somewhere else than the form itself says. */
    WebForm pressTo(String ending) {
        Element button =
                form.select("button[formaction], input[type=submit][formaction]").stream()
                        .filter(one -> one.absUrl("formaction").endsWith(ending))
                        .findFirst()
                        .orElseThrow(
                                () -> new StepFailed("no button to " + ending + " in " + this));
        action = URI.create(button.absUrl("formaction"));
        if (button.hasAttr("name")) {
            values.put(button.attr("name"), new ArrayList<>(List.of(button.attr("value"))));
        }
        return this;
    }

    boolean hasButtonTo(String ending) {
        return form.select("button[formaction]").stream()
                .anyMatch(one -> one.absUrl("formaction").endsWith(ending));
    }

    private List<Element> field(String name) {
        return form.select("[name=\"" + name + "\"]");
    }

    private static String option(Element select, String wanted) {
        for (Element option : select.select("option")) {
            if (valueOf(option).equals(wanted)) {
                return wanted;
            }
        }
        for (Element option : select.select("option")) {
            if (option.text().contains(wanted)) {
                return valueOf(option);
            }
        }
        throw new StepFailed("no option " + wanted + " in " + select.attr("name"));
    }

    private static String valueOf(Element option) {
        return option.hasAttr("value") ? option.attr("value") : option.text();
    }

    @Override
    public String toString() {
        return "form " + action.getPath() + " " + visibleNames();
    }
}
