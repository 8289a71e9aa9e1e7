package org.vppworkbench.negotiation.text;

import java.util.List;

/** Languages the parser has words for. English is the fallback. */
public enum Language {
    EN("the,we,and,is,our,have,has,with,my,of,i,it,at,by,no,to,for,in,you,house"
            + ",a,an,on,as,do,me,us,so,was,will,am,are,be,from,that,this,they,its,or,but,not,about,can,when,which,out,there,only,one,what,just,get,day,month,year,each,never,below,full,home,battery,panels,roof,per,than,if"),
    ES("el,la,los,las,tenemos,tengo,con,una,un,y,nuestra,mi,que,de,por,para,nuestro,sin,es,casa,quiero,del,al"
            + ",se,como,pero,hay,muy,su,cuando,desde,hasta,dia,bateria,coche,ni"),
    DE("der,die,das,wir,haben,und,mit,eine,ein,ist,unser,mein,ich,habe,nicht,kein,keine,den,von,um,auf,zu,im,einen,fur,bis"
            + ",sind,bei,aus,nur,auch,sie,es,wird,werden,soll,bitte,nach,vor,immer,dem,des,pro,oder,am,mir,uns,ab,ohne,an,was,so,will,gibt"),
    FR("le,la,les,nous,avons,et,avec,une,un,est,notre,mon,je,de,du,pas,pour,des,ai,il,ma,dans,sur,sans,au,a,l,d,sont"
            + ",on,me,que,qui,par,ne,mais,nos,mes,se,ce,cette,elle,entre,sous,moi,en"),
    PT("o,os,as,temos,tenho,com,um,uma,e,nossa,minha,que,de,por,para,nosso,sem,do,da,no,na,nao,numa,moro,ao"
            + ",se,mas,ate,das,dos,nos,me,quando,entre,pela,carro,bateria,esta,nem"),
    IT("il,lo,gli,abbiamo,ho,con,un,una,e,nostra,mia,che,di,per,nostro,senza,del,della,non,al,dalla,da,alle,le,la"
            + ",si,ma,come,quando,tra,fra,dei,nel,nella,sono,mi,macchina,ogni,in"),
    ZH("我,家,有,的,了,和,一,台,块,在,不,电,是,没,每,天,我们"),
    NL("het,een,wij,hebben,heb,en,met,ons,onze,mijn,ik,niet,geen,van,op,om,in,naar,de,we,is"
            + ",zijn,voor,bij,aan,uit,nog,wel,ook,dat,als,maar,tot,die,te,er,per");

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
        long letters = tokens.stream().filter(Token::isWord).count();
        long han = tokens.stream().filter(token -> token.isWord() && Character.isIdeographic(token.raw().codePointAt(0))).count();
        if (2 * han > letters) {
            return ZH;
        }
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
