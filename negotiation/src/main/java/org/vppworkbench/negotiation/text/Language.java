package org.vppworkbench.negotiation.text;

import java.util.List;

/** Languages the parser has words for. English is the fallback. */
public enum Language {
    EN("the,we,and,is,our,have,has,with,my,of,i,it,at,by,no,to,for,in,you,house"),
    ES("el,la,los,las,tenemos,tengo,con,una,un,y,nuestra,mi,que,de,por,para,nuestro,sin,es,casa,quiero,del,al"),
    DE("der,die,das,wir,haben,und,mit,eine,ein,ist,unser,mein,ich,habe,nicht,kein,keine,den,von,um,auf,zu,im,einen,fur,bis"),
    FR("le,la,les,nous,avons,et,avec,une,un,est,notre,mon,je,de,du,pas,pour,des,ai,il,ma,dans,sur,sans,au,a,l,d,sont"),
    PT("o,os,as,temos,tenho,com,um,uma,e,nossa,minha,que,de,por,para,nosso,sem,do,da,no,na,nao,numa,moro,ao"),
    IT("il,lo,gli,abbiamo,ho,con,un,una,e,nostra,mia,che,di,per,nostro,senza,del,della,non,al,dalla,da,alle,le,la"),
    ZH("我,家,有,的,了,和,一,台,块,在,不,电,是,没,每,天,我们"),
    NL("het,een,wij,hebben,heb,en,met,ons,onze,mijn,ik,niet,geen,van,op,om,in,naar,de,we,is");

    private final String words;

    Language(String words) {
        this.words = "," + words + ",";
    }

    /** Whether 13,5 is thirteen and a half. */
    boolean decimalComma() {
        return this != EN && this != ZH;
    }

    /** The language with the most of its small words in the text. */
    static Language of(List<Token> tokens) {
        Language best = EN;
        long most = 0;
        for (Language language : values()) {
            long count = tokens.stream().filter(token -> token.isWord() && language.words.contains("," + token.form() + ",")).count();
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }
}
