search.take("index",0,{"terms":["02","de","le","sur","农业","所提","罪协"],"entries":[0,168,271,387,526],"total":640});
