package id.pamong.office.page.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of this room into Spring MVC and Tomcat. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    private final PageFrames frames;
    private final LocaleResolver languages;
    private final List<HandlerMethodArgumentResolver> arguments;

    PageConfiguration(
            PageFrames frames,
            LocaleResolver languages,
            List<HandlerMethodArgumentResolver> arguments) {
        this.frames = frames;
        this.languages = languages;
        this.arguments = arguments;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Languages.Switch(languages)).order(-30);
        registry.addInterceptor(new FrameInterceptor(frames)).order(-20);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }

    /** The address of a library holds its version, so browsers may keep it for a year. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wipingOfForms() {
        return factory -> factory.addEngineValves(new WipingValve());
    }
}
