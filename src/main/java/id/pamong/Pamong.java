package id.pamong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one Java process that holds every room of the house. */
@SpringBootApplication
public class Pamong {

    public static void main(String[] args) {
        SpringApplication.run(Pamong.class, args);
    }
}
