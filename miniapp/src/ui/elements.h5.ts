import './elements.scss';
