package id.pamong.office.page.form;

import id.pamong.office.page.FormLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Knows before the handler is chosen how large a body it takes. */
@Component
final class FormLimits {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<Route> routes;

    FormLimits(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Bytes. */
    long of(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return routes().stream()
                .filter(route -> route.takes(request.getMethod(), path))
                .findFirst()
                .map(Route::limit)
                .orElse(FormLimit.DEFAULT);
    }

    private List<Route> routes() {
        List<Route> known = routes;
        if (known == null) {
            known =
                    mappings.stream()
                            .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                            .flatMap(FormLimits::routesOf)
                            .sorted(
                                    Comparator.comparing(
                                            Route::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                            .toList();
            routes = known;
        }
        return known;
    }

    private static Stream<Route> routesOf(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        FormLimit limit = entry.getValue().getMethodAnnotation(FormLimit.class);
        var paths = entry.getKey().getPathPatternsCondition();
        var methods =
                entry.getKey().getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return paths == null
                ? Stream.empty()
                : paths.getPatterns().stream()
                        .map(pattern ->
                                new Route(
                                        pattern,
                                        methods,
                                        limit == null ? FormLimit.DEFAULT : limit.value()));
    }

    private record Route(PathPattern pattern, List<String> methods, long limit) {
        boolean takes(String method, PathContainer path) {
            return (methods.isEmpty() || methods.contains(method)) && pattern.matches(path);
        }
    }
}
