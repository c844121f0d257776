package id.pamong.office.page.web;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.PageFrame;
import id.pamong.office.page.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Builds the frame of a page from its request, once. */
@Component
class PageFrames {
    private final LocalGovernments governments;
    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<NavItem> navigation;
    private final boolean demo;

    PageFrames(
            LocalGovernments governments,
            ObjectProvider<Visitors> visitors,
            ObjectProvider<NavItem> navigation,
            @Value("${pamong.demo:false}") boolean demo) {
        this.governments = governments;
        this.visitors = visitors;
        this.navigation = navigation;
        this.demo = demo;
    }

    PageFrame frameOf(HttpServletRequest request) {
        if (request.getAttribute(PageFrame.ATTRIBUTE) instanceof PageFrame known) {
            return known;
        }
        PageFrame frame = build(request);
        request.setAttribute(PageFrame.ATTRIBUTE, frame);
        return frame;
    }

    /** The local government whose slug begins the path, if there is one. */
    Optional<LocalGovernment> governmentOf(HttpServletRequest request) {
        String slug = slugOf(request);
        return slug.isEmpty() ? Optional.empty() : governments.bySlug(slug);
    }

    private static String slugOf(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("government") instanceof String slug) {
            return slug;
        }
        String[] segments = originalPath(request).split("/", 3);
        return segments.length > 1 && segments[1].matches("[a-z0-9-]{1,40}") ? segments[1] : "";
    }

    /** Also inside an error dispatch. */
    static String originalPath(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String path ? path : request.getRequestURI();
    }

    private PageFrame build(HttpServletRequest request) {
        @Nullable LocalGovernment government = governmentOf(request).orElse(null);
        Optional<Visitors.Visitor> visitor =
                government == null
                        ? Optional.empty()
                        : Optional.ofNullable(visitors.getIfAvailable())
                                .flatMap(port -> port.visitor(government));
        List<NavItem> allowed =
                visitor.map(seen ->
                                navigation
                                        .orderedStream()
                                        .filter(item -> seen.commands().contains(item.command()))
                                        .sorted(Comparator.comparingInt(NavItem::order))
                                        .toList())
                        .orElse(List.of());
        return new PageFrame(
                government,
                allowed,
                visitor.map(Visitors.Visitor::commands).orElse(Set.of()),
                visitor.map(Visitors.Visitor::displayName).orElse(null),
                Languages.language(LocaleContextHolder.getLocale()),
                originalPath(request),
                demo,
                Correlation.of(request));
    }
}
