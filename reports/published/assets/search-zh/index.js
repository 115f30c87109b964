search.take("index",0,{"terms":["02","de","mondiale","trading","划署","害风","滋病","资缺"],"entries":[0,201,403],"total":641});
